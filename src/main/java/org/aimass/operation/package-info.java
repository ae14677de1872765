/**
 * What the portal's operators see and set while it runs: its metrics, on an address of their own, and the levels of its log. Knows no
 * room; a room that has numbers is {@link org.aimass.shared.Measured}.
 */
@NullMarked
package org.aimass.operation;

import org.jspecify.annotations.NullMarked;
