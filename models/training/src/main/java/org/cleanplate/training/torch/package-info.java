/**
 * Training on libtorch. {@link org.cleanplate.training.torch.TorchOps} interprets the network with
 * gradients; {@link org.cleanplate.training.torch.TorchTrainer} runs a plan.
 *
 * <p>Native tensors belong to the innermost {@code PointerScope}: there is one around each step,
 * which frees all that the step made. What outlives a step is made with {@link
 * org.cleanplate.training.torch.Tensors#keep}.
 */
package org.cleanplate.training.torch;
