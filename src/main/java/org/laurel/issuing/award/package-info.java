/** Awards one or many from a request; revokes, suspends, reinstates; erases recipients. */
@NullMarked
package org.laurel.issuing.award;

import org.jspecify.annotations.NullMarked;
