/** Serves a signed credential, and what verifies it, as JSON-LD and JWT. */
@NullMarked
package org.laurel.hosting;

import org.jspecify.annotations.NullMarked;
