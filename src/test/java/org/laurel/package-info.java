/** The rules of the house. */
@NullMarked
package org.laurel;

import org.jspecify.annotations.NullMarked;
