/** Knows DIDs, their documents, and how to resolve them. */
@NullMarked
package org.laurel.securing.did;

import org.jspecify.annotations.NullMarked;
