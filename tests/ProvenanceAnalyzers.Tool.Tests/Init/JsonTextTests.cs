using System.Text.Json.Nodes;
using CsCheck;
using ProvenanceAnalyzers.Tool.Init;

namespace ProvenanceAnalyzers.Tool.Tests.Init;

public sealed class JsonTextTests
{
    private static readonly JsonObject Item = new() { ["command"] = "x <y> é" };

    [Theory]
    [InlineData("{}", "{\n  \"hooks\": {\n    \"after\": [\n      {\n        \"command\": \"x <y> é\"\n      }\n    ]\n  }\n}")]
    [InlineData("{\n}\n", "{\n  \"hooks\": {\n    \"after\": [\n      {\n        \"command\": \"x <y> é\"\n      }\n    ]\n  }\n}\n")]
    [InlineData(
        "{ \"a\": 1 }",
        "{ \"a\": 1,\n  \"hooks\": {\n    \"after\": [\n      {\n        \"command\": \"x <y> é\"\n      }\n    ]\n  }\n}")]
    [InlineData(
        "{\n\t\"a\" : [1,2 , 3],\n\t\"hooks\": {\n\t\t\"before\": []\n\t}\n}\n",
        "{\n\t\"a\" : [1,2 , 3],\n\t\"hooks\": {\n\t\t\"before\": [],"
            + "\n\t\t\"after\": [\n\t\t\t{\n\t\t\t\t\"command\": \"x <y> é\"\n\t\t\t}\n\t\t]\n\t}\n}\n")]
    [InlineData(
        "{\r\n    \"hooks\": {\r\n        \"after\": [\r\n            { \"command\": \"ü\" }\r\n        ]\r\n    },\r\n"
            + "    \"z\": \"\\u00e4\"\r\n}",
        "{\r\n    \"hooks\": {\r\n        \"after\": [\r\n            { \"command\": \"ü\" },\r\n"
            + "            {\r\n                \"command\": \"x <y> é\"\r\n            }\r\n        ]\r\n    },\r\n"
            + "    \"z\": \"\\u00e4\"\r\n}")]
    [InlineData(
        "{ \"hooks\": { \"after\": [] } }",
        "{ \"hooks\": { \"after\": [\n      {\n        \"command\": \"x <y> é\"\n      }\n    ] } }")]
    public void One_element_is_added_and_every_other_character_stays(string before, string after) =>
        Assert.Equal(after, JsonText.Add(before, ["hooks", "after"], null, Item));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"a\": 1, }")]
    [InlineData("// of ours\n{}")]
    [InlineData("{ /* of ours */ }")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("{ \"hooks\": [] }")]
    [InlineData("{ \"hooks\": null }")]
    [InlineData("{ \"hooks\": { \"after\": {} } }")]
    public void What_is_no_plain_JSON_or_of_another_form_is_not_touched(string text) =>
        Assert.Null(JsonText.Add(text, ["hooks", "after"], null, Item));

    [Fact]
    public void Of_any_object_nothing_is_lost()
    {
        Gen<JsonNode?> leaf = Gen.OneOf(
            Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.String.Where(text => !text.Any(char.IsSurrogate)).Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)));
        var names = Gen.Int[0, 4].Select(index => new[] { "a", "b", "hooks", "after", "é" }[index]);
        Gen<JsonObject> inner = Gen.Select(names, leaf).Array[0, 4].Select(Object);
        Gen.Select(Gen.Select(names, Gen.OneOf(leaf, inner.Select(value => (JsonNode?)value))).Array[0, 4].Select(Object), Gen.Bool)
            .Sample((value, isIndented) =>
            {
                var text = value.ToJsonString(new() { WriteIndented = isIndented });
                if (JsonText.Add(text, ["tools"], "x", Item) is not { } added)
                {
                    return false;
                }

                var read = JsonNode.Parse(added)!.AsObject();
                Assert.Equal("{\"x\":{\"command\":\"x \\u003Cy\\u003E \\u00E9\"}}", read["tools"]!.ToJsonString());
                read.Remove("tools");
                return JsonNode.DeepEquals(JsonNode.Parse(text), read);
            });
    }

    private static JsonObject Object((string Name, JsonNode? Value)[] properties)
    {
        var result = new JsonObject();
        foreach (var (name, value) in properties)
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }
}
