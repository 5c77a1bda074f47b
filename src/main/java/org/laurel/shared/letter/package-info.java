/** Writes down letters to be sent, in the transaction that caused them; declares who says to whom and what. */
@NullMarked
package org.laurel.shared.letter;

import org.jspecify.annotations.NullMarked;
