/** Who is asking, and whether they may. Knows no room: a room tells it a person's roles through {@link org.aimass.security.RoleSource}. */
@NullMarked
package org.aimass.security;

import org.jspecify.annotations.NullMarked;
