/** Tests of what the public gets. */
@NullMarked
package org.laurel.hosting;

import org.jspecify.annotations.NullMarked;
