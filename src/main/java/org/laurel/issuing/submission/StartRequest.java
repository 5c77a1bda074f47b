package org.laurel.issuing.submission;

import org.jspecify.annotations.Nullable;

/**
 * Starts a submission.
 *
 * @param educator for whom a program hands in; absent when people do so themselves
 */
record StartRequest(@Nullable Educator educator) {}
