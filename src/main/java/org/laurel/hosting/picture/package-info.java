/** Draws what a badge looks like where its maker gave no picture, and the card that is seen where its link is shared. */
@NullMarked
package org.laurel.hosting.picture;

import org.jspecify.annotations.NullMarked;
