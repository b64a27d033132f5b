#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec before, after, pause = {.tv_sec = 0, .tv_nsec = 20000000};
  printf("clock: %d\n", clock_gettime(CLOCK_MONOTONIC, &before));
  printf("nanosleep: %d\n", nanosleep(&pause, NULL));
  clock_gettime(CLOCK_MONOTONIC, &after);
  long long slept = (after.tv_sec - before.tv_sec) * 1000000000LL + (after.tv_nsec - before.tv_nsec);
  printf("slept long enough: %d\n", slept >= 19000000);
  printf("after 2020: %d\n", time(NULL) > 1577836800);
  printf("usleep: %d\n", usleep(1000));
  pause.tv_nsec = 1000000000;
  printf("no nanoseconds: %s\n", nanosleep(&pause, NULL) == 0 ? "slept" : strerror(errno));
  FILE *file = fopen("/work/file.txt", "w+");
  // One by one: which of several that are ready are told of is for the host to choose.
  struct pollfd polled = {.fd = fileno(file), .events = POLLRDNORM};
  printf("to read: %d, %d\n", poll(&polled, 1, 1000), polled.revents == POLLRDNORM);
  polled.events = POLLWRNORM;
  printf("to write: %d, %d\n", poll(&polled, 1, 1000), polled.revents == POLLWRNORM);
  polled.fd = 1;
  printf("to stdout: %d, %d\n", poll(&polled, 1, 1000), polled.revents == POLLWRNORM);
  printf("poll for nothing: %d\n", poll(NULL, 0, 5));
  return 0;
}
