/** Is main: settings, embedded database, first secrets, start and stop. */
@NullMarked
package org.laurel.boot;

import org.jspecify.annotations.NullMarked;
