/** Says what signing and proof checking are, for any format. */
@NullMarked
package org.laurel.securing.proof;

import org.jspecify.annotations.NullMarked;
