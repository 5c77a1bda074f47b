/** The database that tests of the service run on, and tests of starting and stopping. */
@NullMarked
package org.laurel.boot;

import org.jspecify.annotations.NullMarked;
