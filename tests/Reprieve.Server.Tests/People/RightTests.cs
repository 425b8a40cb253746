using Reprieve.Server.People;

namespace Reprieve.Server.Tests.People;

public sealed class RightTests
{
    [Theory]
    [InlineData("GET", "/", "Inside", "Viewer")]
    [InlineData("GET", "/cases.xlsx", "Inside", "Viewer")]
    [InlineData("GET", "/cases/{id:guid}", "Case", "Viewer")]
    [InlineData("HEAD", "/cases/{id:guid}/file", "Case", "Viewer")]
    [InlineData("POST", "/cases/{id:guid}/answers", "Case", "Editor")]
    [InlineData("POST", "/cases/{id:guid}/delete", "Case", "Owner")]
    [InlineData("POST", "/cases/{id:guid}/client", "Firm", "Owner")]
    [InlineData("GET", "/clients/{id:guid}/report.docx", "Client", "Viewer")]
    [InlineData("POST", "/clients/{id:guid}/stores/{store:guid}", "Client", "Owner")]
    [InlineData("POST", "/clients/{id:guid}/remove", "Firm", "Owner")]
    [InlineData("POST", "/clients", "Firm", "Owner")]
    [InlineData("GET", "/new", "Store", "Editor")]
    [InlineData("POST", "/new/files", "Store", "Editor")]
    [InlineData("POST", "/new/folder", "Machine", "Viewer")]
    [InlineData("POST", "/knowledge/{folder}/{code}/own", "Firm", "Owner")]
    [InlineData("GET", "/knowledge/add", "Firm", "Owner")]
    [InlineData("GET", "/people", "Firm", "Owner")]
    [InlineData("POST", "/people/{person:guid}/role", "Firm", "Owner")]
    [InlineData("GET", "/demo", "Firm", "Owner")]
    [InlineData("POST", "/demo", "Firm", "Owner")]
    [InlineData("GET", "/alerts", "Firm", "Owner")]
    [InlineData("POST", "/alerts/{channel:guid}/test", "Firm", "Owner")]
    [InlineData("GET", "/account", "Oneself", "Viewer")]
    [InlineData("POST", "/sign-out", "Oneself", "Viewer")]
    [InlineData("POST", "/sign-in", "Anybody", "Viewer")]
    [InlineData("GET", "/assets/{name}", "Anybody", "Viewer")]
    [InlineData("POST", "/tokens", "Inside", "Viewer")]
    [InlineData("GET", "/calendar", "Inside", "Viewer")]
    [InlineData("POST", "/calendar/{feed:guid}/end", "Inside", "Viewer")]
    [InlineData("GET", "/calendar/{token}.ics", "Anybody", "Viewer")]
    [InlineData("GET", "/mailboxes/signed-in", "Anybody", "Viewer")]
    [InlineData("POST", "/mailboxes/sign-in", "Firm", "Owner")]
    [InlineData("POST", "/clients/{id:guid}/mailboxes/sign-in", "Client", "Owner")]
    [InlineData("GET", "/connections", "Firm", "Owner")]
    [InlineData("POST", "/connections/{connection:guid}/test", "Firm", "Owner")]
    [InlineData("GET", "/clients/{id:guid}/connections/{connection:guid}", "Client", "Viewer")]
    [InlineData("POST", "/clients/{id:guid}/connections/{connection:guid}/look", "Client", "Owner")]
    [InlineData("POST", "/api/v1/connections/{connection:guid}/look", "Firm", "Owner")]
    [InlineData("POST", "/clients/{id:guid}/connections/{connection:guid}/remove", "Client", "Owner")]
    [InlineData("PUT", "/api/v1/connections", "Firm", "Owner")]
    [InlineData("DELETE", "/api/v1/clients/{id:guid}/connections/{connection:guid}", "Client", "Owner")]
    [InlineData("GET", "/api/v1/openapi.json", "Anybody", "Viewer")]
    [InlineData("GET", "/api/v1/cases", "Inside", "Viewer")]
    [InlineData("POST", "/api/v1/cases", "Store", "Editor")]
    [InlineData("GET", "/api/v1/cases/{id:guid}", "Case", "Viewer")]
    [InlineData("PATCH", "/api/v1/cases/{id:guid}", "Case", "Editor")]
    [InlineData("DELETE", "/api/v1/cases/{id:guid}", "Case", "Owner")]
    [InlineData("DELETE", "/api/v1/cases/{id:guid}/answer/text", "Case", "Editor")]
    [InlineData("PUT", "/api/v1/cases/{id:guid}/owner", "Firm", "Owner")]
    [InlineData("DELETE", "/api/v1/clients/{id:guid}", "Firm", "Owner")]
    [InlineData("PATCH", "/api/v1/clients/{id:guid}", "Client", "Owner")]
    [InlineData("GET", "/api/v1/people/journal", "Firm", "Owner")]
    [InlineData("GET", "/api/v1/alerts", "Firm", "Owner")]
    [InlineData("DELETE", "/api/v1/alert-channels/{channel:guid}", "Firm", "Owner")]
    public void What_is_asked_for_says_what_right_it_takes(string method, string route, string scope, string role)
    {
        Right right = Right.Of(route, method).ShouldNotBeNull();

        right.Scope.ToString().ShouldBe(scope);
        right.Role.ToString().ShouldBe(role);
    }

    [Theory]
    [InlineData("/sign-inside")]
    [InlineData("/peoples")]
    [InlineData("/assetsof/{id}")]
    [InlineData("/cases/{id}/delete")]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/account")]
    [InlineData("")]
    public void What_is_not_in_the_table_is_nobodys_right(string route) => Right.Of(route, "GET").ShouldBeNull();
}
