/* stands for a folder that is a mount point, whose path BUSY_FOLDER names: LD_PRELOAD */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
static int is_busy(const char *place) {
  const char *busy = getenv("BUSY_FOLDER");
  if (busy == NULL || strcmp(place, busy) != 0) return 0;
  errno = EBUSY;
  return 1;
}
int rmdir(const char *place) {
  int (*real)(const char *) = (int (*)(const char *))dlsym(RTLD_NEXT, "rmdir");
  return is_busy(place) ? -1 : real(place);
}
int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  return is_busy(from) || is_busy(to) ? -1 : real(from, to);
}
