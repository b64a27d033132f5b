#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

/* How often something was found that is not the program's. */
static int found;

static void look(const char *path) {
  struct stat about;
  found += open(path, O_RDONLY) >= 0;
  found += stat(path, &about) == 0;
  found += fopen(path, "r") != NULL;
}

static void leave_by(const char *path) {
  found += rename("/work/in/file.txt", path) == 0;
  found += link("/work/in/file.txt", path) == 0;
  found += symlink("file.txt", path) == 0;
  found += mkdir(path, 0700) == 0;
}

int main(void) {
  symlink(".", "/work/s");
  symlink("s/../../etc/passwd", "/work/l");
  symlink("/etc/passwd", "/work/absolute");
  const char *const paths[] = {
      "/etc/passwd", "/work/../etc/passwd", "/work/l", "/work/absolute", "../../etc/passwd",
      "/work/s/s/../../../etc/passwd", "/proc/self/environ", "/dev/null",
  };
  for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++) look(paths[i]);
  leave_by("/tmp/polyplug");
  leave_by("/work/../polyplug");
  leave_by("/work/s/../../polyplug");
  found += opendir("/etc") != NULL;
  found += environ != NULL && *environ != NULL;
  found += getenv("PATH") != NULL;
  /* What is its own is there all the same. */
  return open("/work/in/file.txt", O_RDONLY) < 0 ? 100 : found;
}
