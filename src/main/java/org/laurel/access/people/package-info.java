/** Keeps the accounts of people: proven addresses, passwords, roles, and the links that let them in. */
@NullMarked
package org.laurel.access.people;

import org.jspecify.annotations.NullMarked;
