/**
 * <em>Matting Studio...</em>: one window in which a stack is matted while every option is tried
 * out. {@code model} knows no window and holds what is chosen and found; {@code preview} and {@code
 * run} compute on threads of their own; the other packages are views. A run goes through the same
 * code as the macro command <em>Matte Stack...</em>, with the same option string.
 */
package org.cleanplate.fiji.studio;
