/** Holds the rules, one a file, each with its clause. */
@NullMarked
package org.laurel.document.lint.rule;

import org.jspecify.annotations.NullMarked;
