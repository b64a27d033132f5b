#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void list(const char *path) {
  char *names[600];
  int count = 0;
  DIR *directory = opendir(path);
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    asprintf(&names[count++], "%s%s", entry->d_name,
             entry->d_type == DT_DIR ? "/" : entry->d_type == DT_LNK ? "@" : "");
  }
  closedir(directory);
  qsort(names, count, sizeof names[0], by_name);
  printf("%s has %d:", path, count);
  for (int i = 0; i < count && i < 6; i++) printf(" %s", names[i]);
  puts("");
}

static void tell(const char *what, int result) { printf("%s: %s\n", what, result == 0 ? "done" : strerror(errno)); }

int main(void) {
  list("/work");
  tell("mkdir", mkdir("/work/new", 0777));
  tell("mkdir again", mkdir("/work/new", 0777));
  tell("mkdir in nothing", mkdir("/work/none/x", 0777));
  tell("rmdir full", rmdir("/work/old"));
  tell("rename into itself", rename("/work/old", "/work/old/nested/old"));
  tell("rename onto full", rename("/work/new", "/work/old"));
  tell("rename", rename("/work/old", "/work/new/moved"));
  tell("unlink a directory", unlink("/work/new"));
  tell("symlink", symlink("new/moved/four.txt", "/work/link"));
  tell("symlink to a directory", symlink("../new", "/work/new/up"));
  tell("hard link", link("/work/empty.txt", "/work/new/hard.txt"));
  char target[64] = "";
  printf("readlink: %zd %s\n", readlink("/work/link", target, 63), target);
  struct stat status;
  tell("stat", stat("/work/link", &status));
  printf("size %lld, regular %d\n", (long long)status.st_size, S_ISREG(status.st_mode));
  tell("lstat", lstat("/work/link", &status));
  printf("size %lld, symlink %d\n", (long long)status.st_size, S_ISLNK(status.st_mode));
  tell("stat linked", stat("/work/empty.txt", &status));
  printf("%d names\n", (int)status.st_nlink);
  tell("slash after a file", stat("/work/empty.txt/", &status));
  tell("through a file", stat("/work/empty.txt/x", &status));
  tell("through the symlink", stat("/work/new/up/hard.txt", &status));
  for (int i = 0; i < 500; i++) {
    char path[64];
    sprintf(path, "/work/new/file-with-a-longer-name-%03d", i);
    close(open(path, O_CREAT | O_WRONLY, 0666));
  }
  list("/work/new");
  for (int i = 0; i < 500; i++) {
    char path[64];
    sprintf(path, "/work/new/file-with-a-longer-name-%03d", i);
    unlink(path);
  }
  int fd = open("/work/new", O_RDONLY | O_DIRECTORY);
  tell("openat", openat(fd, "hard.txt", O_RDONLY) < 0);
  tell("as a directory", open("/work/empty.txt", O_RDONLY | O_DIRECTORY) < 0);
  tell("to write to a directory", open("/work/new", O_WRONLY) < 0);
  list("/work/new");
  list("/work/new/moved");
  return 0;
}
