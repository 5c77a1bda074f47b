/** Keeps who has signed in, and signs people in and out. */
@NullMarked
package org.laurel.access.session;

import org.jspecify.annotations.NullMarked;
