/** Is the vocabulary: Open Badges 3.0 and VCDM 2.0 as records. */
@NullMarked
package org.laurel.document.credential;

import org.jspecify.annotations.NullMarked;
