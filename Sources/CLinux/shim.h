#ifndef SAMMEN_CLINUX_SHIM_H
#define SAMMEN_CLINUX_SHIM_H

/* Two calls of the C library that Swift's own import leaves out, because they are GNU extensions. */
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
extern int syncfs(int fd);

/* linux/fs.h: swap the two names in one step. */
static const unsigned int SAMMEN_RENAME_EXCHANGE = 2;

#endif
