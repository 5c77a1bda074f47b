/** Is the one table of scopes: who may do what. */
@NullMarked
package org.laurel.access.role;

import org.jspecify.annotations.NullMarked;
