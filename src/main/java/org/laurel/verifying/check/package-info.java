/** Holds the checks, one a file, each with its clause. */
@NullMarked
package org.laurel.verifying.check;

import org.jspecify.annotations.NullMarked;
