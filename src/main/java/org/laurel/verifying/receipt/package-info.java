/** Signs verification reports, so that they can be filed, and tells whether such a receipt is genuine. */
@NullMarked
package org.laurel.verifying.receipt;

import org.jspecify.annotations.NullMarked;
