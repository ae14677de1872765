/** Pages on models. Translate, call control once, translate back. */
@NullMarked
package org.aimass.registry.boundary;

import org.jspecify.annotations.NullMarked;
