#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b) { return strcmp(a, b); }

/** Sorts the lines of /work/list.txt into /work/sorted.txt. */
int main(void) {
  static char lines[100][80];
  int count = 0;
  FILE *list = fopen("/work/list.txt", "r");
  if (list == NULL) {
    perror("/work/list.txt");
    return 1;
  }
  while (count < 100 && fgets(lines[count], sizeof lines[0], list)) count++;
  qsort(lines, count, sizeof lines[0], by_text);
  FILE *sorted = fopen("/work/sorted.txt", "w");
  for (int i = 0; i < count; i++) fputs(lines[i], sorted);
  fclose(sorted);
  printf("%d lines\n", count);
  return 0;
}
