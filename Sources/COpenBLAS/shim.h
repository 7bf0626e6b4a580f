// The only door to OpenBLAS: its C interface to BLAS, the LAPACK routines that are used, and its own configuration calls.
#ifndef UNTRAP_COPENBLAS_SHIM_H
#define UNTRAP_COPENBLAS_SHIM_H

#include <cblas.h>

// The Swift side converts dimensions to 32-bit integers in one place; an ILP64 build would break that silently.
_Static_assert(sizeof(blasint) == 4, "untrap needs an OpenBLAS with 32-bit integers (LP64)");

// OpenBLAS holds LAPACK by its Fortran names; its headers do not declare them, and LAPACKE is another package.
void dgesv_(
    const blasint *n, const blasint *nrhs, double *a, const blasint *lda, blasint *ipiv, double *b,
    const blasint *ldb, blasint *info);
void dgeev_(
    const char *jobvl, const char *jobvr, const blasint *n, double *a, const blasint *lda, double *wr, double *wi,
    double *vl, const blasint *ldvl, double *vr, const blasint *ldvr, double *work, const blasint *lwork,
    blasint *info);
void dsyev_(
    const char *jobz, const char *uplo, const blasint *n, double *a, const blasint *lda, double *w, double *work,
    const blasint *lwork, blasint *info);

#endif
