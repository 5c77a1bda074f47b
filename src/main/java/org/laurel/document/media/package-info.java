/** Tells what a file is by its content, and takes out of it what says who made it. */
@NullMarked
package org.laurel.document.media;

import org.jspecify.annotations.NullMarked;
