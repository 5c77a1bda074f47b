/** Names the failures a caller may be told about (RFC 9457). */
@NullMarked
package org.laurel.shared.problem;

import org.jspecify.annotations.NullMarked;
