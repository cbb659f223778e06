from padviewer.core.model.foreign import Foreign, foreign_classes


def layer(module, class_name, name, **config):
    return {"module": module, "class_name": class_name, "config": {"name": name, **config}}


def model(*layers):
    return layer("keras", "Sequential", "m", layers=list(layers))


def test_what_keras_brings_is_not_foreign():
    assert (
        foreign_classes(model(layer("keras.layers", "Dense", "d"), layer("keras.src.ops.numpy", "Exp", "e")))
        == ()
    )


def test_a_config_without_modules_is_an_older_one():
    assert (
        foreign_classes({"class_name": "Sequential", "config": {"layers": [{"class_name": "Dense"}]}}) == ()
    )


def test_custom_and_imported_classes():
    found = foreign_classes(model(layer(None, "MyLayer", "a"), layer("os", "system", "b")))
    assert found == (Foreign("a", "MyLayer", None, False), Foreign("b", "system", "os", False))


def test_kerasx_is_not_keras():
    assert foreign_classes(layer("kerasx", "Dense", "d"))[0].module == "kerasx"


def test_code_is_reported_once_with_its_layer():
    code = {"class_name": "__lambda__", "config": {"code": "4wEA"}}
    assert foreign_classes(model(layer("keras.layers", "Lambda", "l", function=code))) == (
        Foreign("l", "Lambda", "keras.layers", True),
    )
    activation = layer("keras.layers", "Dense", "d", activation=code)
    assert foreign_classes(model(activation)) == (Foreign("d", "__lambda__", None, True),)


def test_a_custom_function_is_named_by_its_own_name():
    act = {"module": "builtins", "class_name": "function", "config": "p>act", "registered_name": "function"}
    assert foreign_classes(model(layer("keras.layers", "Dense", "d", activation=act))) == (
        Foreign("d", "p>act", None, False),
    )


def test_a_class_without_any_name():
    assert foreign_classes({"module": "x", "class_name": "Y", "config": 3}) == (
        Foreign("Y", "Y", "x", False),
    )
