/** Reads JSON strictly and binds it to records, naming every fault by JSON Pointer. */
@NullMarked
package org.laurel.shared.json;

import org.jspecify.annotations.NullMarked;
