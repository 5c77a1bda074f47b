/** Secures and checks credentials as VC-JWT (OB 3.0 §8.2). */
@NullMarked
package org.laurel.securing.proof.jwt;

import org.jspecify.annotations.NullMarked;
