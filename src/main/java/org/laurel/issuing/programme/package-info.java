/** Is the programme itself: its profile and DID, the editions of what it asks for, and its word for others. */
@NullMarked
package org.laurel.issuing.programme;

import org.jspecify.annotations.NullMarked;
