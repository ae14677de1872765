/** Registers models and has their files inspected. */
@NullMarked
package org.aimass.registry.control;

import org.jspecify.annotations.NullMarked;
