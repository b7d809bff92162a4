package org.cleanplate.network.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.pickle.PickleClass;
import org.cleanplate.network.weights.pickle.PickleDialect;
import org.cleanplate.network.weights.pickle.PickleObject;
import org.cleanplate.network.weights.pickle.PickleValues;

/**
 * The handful of names in a PyTorch checkpoint: tensors, their storages, ordered dictionaries, and
 * for TorchScript the classes of the exported module ({@code __torch__.…}), which are taken as
 * their attributes and no more.
 */
final class TorchDialect implements PickleDialect {
  private static final String ORDERED_DICT = "collections.OrderedDict";
  private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";
  private static final String SCRIPT_PREFIX = "__torch__.";

  /** Functions that only say which type their first argument, a list or dictionary, is of. */
  private static final Set<String> TYPE_TAGS =
      Set.of(
          "torch.jit._pickle.build_intlist",
          "torch.jit._pickle.build_tensorlist",
          "torch.jit._pickle.build_doublelist",
          "torch.jit._pickle.build_boollist",
          "torch.jit._pickle.restore_type_tag");

  private static final Map<String, ElementType> STORAGES =
      Map.of(
          "torch.DoubleStorage", ElementType.F64,
          "torch.FloatStorage", ElementType.F32,
          "torch.HalfStorage", ElementType.F16,
          "torch.BFloat16Storage", ElementType.BF16,
          "torch.LongStorage", ElementType.I64,
          "torch.IntStorage", ElementType.I32,
          "torch.ShortStorage", ElementType.I16,
          "torch.CharStorage", ElementType.I8,
          "torch.ByteStorage", ElementType.U8,
          "torch.BoolStorage", ElementType.BOOL);

  private final Function<TorchStorage, StoredTensor.Storage> storages;

  /**
   * @param storages finds the bytes of a storage, and fails if the file does not hold that many
   */
  TorchDialect(Function<TorchStorage, StoredTensor.Storage> storages) {
    this.storages = storages;
  }

  @Override
  public boolean accepts(String className) {
    return className.equals(ORDERED_DICT)
        || className.equals(TENSOR)
        || className.equals(PARAMETER)
        || TYPE_TAGS.contains(className)
        || STORAGES.containsKey(className)
        || className.startsWith(SCRIPT_PREFIX);
  }

  @Override
  public Object call(String className, List<?> arguments) {
    if (className.equals(ORDERED_DICT) && arguments.isEmpty()) {
      return new LinkedHashMap<String, Object>();
    }
    if (className.equals(TENSOR)) {
      return tensor(arguments);
    }
    if (className.equals(PARAMETER) || TYPE_TAGS.contains(className)) {
      return PickleValues.argument(arguments, 0, Object.class, className);
    }
    if (className.startsWith(SCRIPT_PREFIX)) {
      return new PickleObject(className);
    }
    throw new MattingException(
        "it calls " + className + " with " + arguments.size() + " values: the file is damaged");
  }

  private StoredTensor tensor(List<?> arguments) {
    String what = "a tensor";
    TorchStorage storage = PickleValues.argument(arguments, 0, TorchStorage.class, what);
    return StoredTensor.strided(
        storage.type(),
        PickleValues.sizes(PickleValues.argument(arguments, 2, List.class, what), what),
        PickleValues.sizes(PickleValues.argument(arguments, 3, List.class, what), what),
        PickleValues.size(PickleValues.argument(arguments, 1, Long.class, what), what),
        storage.elements(),
        storages.apply(storage));
  }

  /** Module attributes; a dictionary's attributes ({@code _metadata}) say nothing of tensors. */
  @Override
  public void build(Object target, Object state) {
    Map<?, ?> attributes = PickleValues.value(state, Map.class, "an object's state");
    if (target instanceof PickleObject object) {
      attributes.forEach((name, value) -> object.attributes().put((String) name, value));
    } else if (!(target instanceof Map)) {
      throw new MattingException(
          "it gives attributes to " + PickleValues.kindOf(target) + ": the file is damaged");
    }
  }

  @Override
  public Object persistent(Object id) {
    String what = "a storage";
    List<?> parts = PickleValues.value(id, List.class, what);
    PickleClass type = PickleValues.argument(parts, 1, PickleClass.class, what);
    ElementType elementType = STORAGES.get(type.name());
    if (!"storage".equals(parts.get(0)) || elementType == null) {
      throw new MattingException("a storage is of type " + type.name() + ": the file is damaged");
    }
    return new TorchStorage(
        elementType,
        PickleValues.argument(parts, 2, String.class, what),
        PickleValues.size(PickleValues.argument(parts, 4, Long.class, what), what));
  }
}
