/** Keeps issuers' keys, their rotation, and signs bytes. */
@NullMarked
package org.laurel.securing.key;

import org.jspecify.annotations.NullMarked;
