/** Judges documents by JSON Schemas that others wrote; never fetches. */
@NullMarked
package org.laurel.document.schema;

import org.jspecify.annotations.NullMarked;
