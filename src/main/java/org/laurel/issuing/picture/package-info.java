/** Takes in the pictures that issuers upload, as clean PNGs whatever came, and keeps them. */
@NullMarked
package org.laurel.issuing.picture;

import org.jspecify.annotations.NullMarked;
