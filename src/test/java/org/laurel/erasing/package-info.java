/** Tests of erasures that outlive a backup. */
@NullMarked
package org.laurel.erasing;

import org.jspecify.annotations.NullMarked;
