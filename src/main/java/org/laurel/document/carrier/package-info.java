/** Takes a credential out of the picture or PDF that carries it, and puts one into a picture (OB 3.0 §5.3). */
@NullMarked
package org.laurel.document.carrier;

import org.jspecify.annotations.NullMarked;
