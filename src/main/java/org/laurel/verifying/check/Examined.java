package org.laurel.verifying.check;

import org.laurel.verifying.report.CheckResult;

/**
 * A check's result, and what is known after it.
 *
 * @param result what it came to
 * @param after the examination, with what the check found out
 */
public record Examined(CheckResult result, Examination after) {}
