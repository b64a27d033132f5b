#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item { char name[16]; int count; };

static int by_count(const void *a, const void *b) {
  return ((const struct item *)a)->count - ((const struct item *)b)->count;
}

int main(int argc, char **argv) {
  printf("%d arguments, the last is %s\n", argc, argv[argc - 1]);
  printf("GREETING=%s, NONE=%s\n", getenv("GREETING"), getenv("NONE") ? "set" : "unset");
  char line[64];
  while (fgets(line, sizeof line, stdin)) printf("stdin: %s", line);

  struct item items[8];
  int count = 0;
  FILE *list = fopen("/work/list.txt", "r");
  while (fscanf(list, "%15s %d", items[count].name, &items[count].count) == 2) count++;
  fclose(list);
  qsort(items, count, sizeof items[0], by_count);

  FILE *sorted = fopen("/work/sorted.txt", "w+");
  for (int i = 0; i < count; i++) fprintf(sorted, "%-8s%4d\n", items[i].name, items[i].count);
  printf("at %ld\n", ftell(sorted));
  fseek(sorted, 13, SEEK_SET);
  printf("line 2: %s", fgets(line, sizeof line, sorted));
  fseek(sorted, -5, SEEK_END);
  fputs("  99!", sorted);
  fclose(sorted);

  FILE *log = fopen("/work/list.txt", "a");
  fputs("appended 1\n", log);
  fclose(log);
  printf("rename: %d\n", rename("/work/sorted.txt", "/work/done.txt"));
  printf("opened again: %s\n", fopen("/work/sorted.txt", "r") ? "yes" : strerror(errno));
  printf("new only: %s\n", fopen("/work/done.txt", "wx") ? "yes" : strerror(errno));
  printf("read-only: %s\n", fputs("x", fopen("/work/done.txt", "r")) < 0 ? strerror(errno) : "written");
  printf("removed: %d\n", remove("/work/none.txt"));
  fprintf(stderr, "ends\n");
  return 3;
}
