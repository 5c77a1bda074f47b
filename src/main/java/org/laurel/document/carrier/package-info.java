/** Takes a credential out of the picture that carries it, and puts one in (OB 3.0 §5.3). */
@NullMarked
package org.laurel.document.carrier;

import org.jspecify.annotations.NullMarked;
