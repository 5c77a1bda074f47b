/** Packs what is hosted into a folder of static files. */
@NullMarked
package org.laurel.hosting.archive;

import org.jspecify.annotations.NullMarked;
