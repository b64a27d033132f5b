// Says its arguments and one variable, numbers the lines of its input, and ends as the first argument says.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments) {
  for (int index = 0; index < count; index++) {
    printf("argument: %s\n", arguments[index]);
  }
  const char *greeting = getenv("GREETING");
  printf("greeting: %s\n", greeting == NULL ? "none" : greeting);
  char line[256];
  for (int number = 1; fgets(line, sizeof line, stdin) != NULL; number++) {
    line[strcspn(line, "\n")] = '\0';
    printf("%d: %s\n", number, line);
  }
  fprintf(stderr, "done\n");
  const char *ending = count > 1 ? arguments[1] : "";
  if (strcmp(ending, "exit") == 0) exit(1);
  if (strcmp(ending, "abort") == 0) {
    fprintf(stderr, "asked to\n");
    abort();
  }
  return 0;
}
