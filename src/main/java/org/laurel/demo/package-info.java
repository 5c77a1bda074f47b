/** Fills an empty installation by use cases only. */
@NullMarked
package org.laurel.demo;

import org.jspecify.annotations.NullMarked;
