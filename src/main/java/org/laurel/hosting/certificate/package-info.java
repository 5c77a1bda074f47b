/** Writes a badge as a certificate on paper, with the signed credential inside the file. */
@NullMarked
package org.laurel.hosting.certificate;

import org.jspecify.annotations.NullMarked;
