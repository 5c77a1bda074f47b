/** Gives bundled contexts and canonical forms (RDFC-1.0, JCS); never fetches. */
@NullMarked
package org.laurel.document.jsonld;

import org.jspecify.annotations.NullMarked;
