/** Holds the standards' known answers against the code. */
@NullMarked
package org.laurel.conformance;

import org.jspecify.annotations.NullMarked;
